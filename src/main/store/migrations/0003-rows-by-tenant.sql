-- Schema 3.
--
-- Which rows made a customer's number? Rows of one tenant are read a page at a time in the order in
-- which they were stored: the row id stands at the end of each entry of these indexes.

CREATE INDEX azure_usage_by_tenant ON azure_usage (tenant_id);
CREATE INDEX m365_usage_by_tenant ON m365_usage (tenant_id);
