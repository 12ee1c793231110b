"""The pages: each module works out the content of one template."""
