package dev.customsfeed.ledger;

/**
 * The version of the schemas that all documents are written by: it stands in each, and in the path of its schema. Within a version,
 * documents that were written once stay right; what would make one wrong is another version.
 */
public final class SchemaVersion {

    /** The member of a document that holds the version. */
    public static final String MEMBER = "schemaVersion";

    /** The version that is written now. */
    public static final int NUMBER = 1;

    private SchemaVersion() {}

    /**
     * Where a schema of this version lies, below the folder of whoever serves it.
     *
     * @param name the kind of document, e.g. {@code month-report}
     * @return e.g. {@code schemas/v1/month-report.schema.json}
     */
    public static String path(String name) {
        return "schemas/v" + NUMBER + "/" + name + ".schema.json";
    }
}
