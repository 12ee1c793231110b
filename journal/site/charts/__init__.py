"""The geometry of pictures: pure functions from facts to numbers. Templates draw them."""
