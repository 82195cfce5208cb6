"""The version of the search rules, true whatever writes them: admin, shell, SQL, a cascade."""

from django.db import migrations

TABLES = ("synonymrule", "pinrule", "boostrule", "redirectrule")
# For each row, so that deleting products that no rule names changes nothing and waits for nobody.
# A name rather than a number: after a restore or a rollback, no old name can come again for other
# rules. It is written in the rules' own transaction, so both are seen at once.
CREATE = """
CREATE FUNCTION ai_steering_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ai_steeringversion (id, version) VALUES (1, gen_random_uuid())
    ON CONFLICT (id) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;
""" + "".join(
    f"""
CREATE TRIGGER ai_steering_version AFTER INSERT OR UPDATE OR DELETE ON ai_{table}
FOR EACH ROW EXECUTE FUNCTION ai_steering_changed();
CREATE TRIGGER ai_steering_emptied AFTER TRUNCATE ON ai_{table}
FOR EACH STATEMENT EXECUTE FUNCTION ai_steering_changed();
"""
    for table in TABLES
)
DROP = (
    "".join(
        f"DROP TRIGGER ai_steering_version ON ai_{table};"
        f"DROP TRIGGER ai_steering_emptied ON ai_{table};"
        for table in TABLES
    )
    + "DROP FUNCTION ai_steering_changed;"
)


class Migration(migrations.Migration):
    """Put the triggers on the four tables."""

    dependencies = [("ai", "0008_search_rules")]

    operations = [migrations.RunSQL(CREATE, DROP)]
