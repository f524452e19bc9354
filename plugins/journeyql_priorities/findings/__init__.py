"""The findings of the rules about priorities, in the words of the person who can act on them."""
