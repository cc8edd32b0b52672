"""The steps from one version's tables to the next, run by Alembic when the database is opened."""
