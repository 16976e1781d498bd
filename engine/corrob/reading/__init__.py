"""Reading: text goes in; values come out, each with its place, and every problem of the text."""
