-- Schema 14: the month in which an enrolled partner renews, 1 to 12. NULL: it is not enrolled.

ALTER TABLE profiles ADD COLUMN anniversary INTEGER CHECK (anniversary BETWEEN 1 AND 12);
