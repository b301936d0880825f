"""The calculator: the same rules as a decision, for anybody, without saying who they are."""
