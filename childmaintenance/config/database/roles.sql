-- The two roles, once for a server. The embedded database runs this by itself; on your own server give both a password.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cm_owner') THEN
        CREATE ROLE cm_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;  -- owns the tables; only migrations use it
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cm_app') THEN
        CREATE ROLE cm_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;    -- the web server and the workers
    END IF;
END
$$;
