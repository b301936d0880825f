"""The pages of the guides. They read nothing about anybody and keep nothing."""
