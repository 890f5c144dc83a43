-- One index answers "of this contributor" and "with these words" together.
CREATE EXTENSION IF NOT EXISTS btree_gin;
