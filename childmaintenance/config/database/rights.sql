-- What the application may do, once for each database, before the first migration. Run as a superuser or as cm_owner.
-- A migration that makes a table append-only takes UPDATE and DELETE away again; TRUNCATE is never given.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO cm_app;
GRANT USAGE, CREATE ON SCHEMA public TO cm_owner;

ALTER DEFAULT PRIVILEGES FOR ROLE cm_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cm_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO cm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cm_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO cm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cm_owner IN SCHEMA public GRANT USAGE ON TYPES TO cm_app;
