"""The whole base on paper: one page to read and search, one table to sort and comment on."""
