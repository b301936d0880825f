"""What we keep about people, why we may, and what they have said to it: registers, notices with their versions, choices."""
