package dev.customsfeed.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.customsfeed.emulators.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules that a compiler does not hold. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.customsfeed");

    @Test
    void data_go_one_way() {
        mayUse("runtime", "the runtime runs any function: it must not know which");
        mayUse("ledger", "the ledger is what the functions share: it must not know who uses it", "runtime");
        mayUse("sources", "how customs offices write is the same wherever it is read", "ledger");
        mayUse("uploads", "an upload is the same to whoever takes it", "runtime", "ledger", "sources");
        mayUse(
                "ingest",
                "the functions are deployed apart: the ledger is all that they have in common",
                "runtime",
                "ledger",
                "sources",
                "uploads");
        mayUse(
                "publish",
                "the functions are deployed apart: the ledger is all that they have in common",
                "runtime",
                "ledger",
                "sources");
        mayUse(
                "verify",
                "what is confidential is deployed apart: nobody uses it, and it uses no other function",
                "runtime",
                "ledger",
                "sources",
                "uploads");
        mayUse("emulators", "the tests of every module use them: they must not know whose");
    }

    /** Of the project's own packages, one may use those that are named here and no other. */
    private static void mayUse(String user, String because, String... used) {
        List<String> others = new ArrayList<>(List.of(
                "runtime", "ledger", "sources", "uploads", "ingest", "publish", "verify", "local", "emulators"));
        others.removeAll(List.of(used));
        others.remove(user);
        noClasses()
                .that()
                .resideInAPackage("dev.customsfeed." + user + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream()
                        .map(other -> "dev.customsfeed." + other + "..")
                        .toArray(String[]::new))
                .because(because)
                .check(CODE);
    }

    @Test
    void a_publication_is_made_of_documents_these_of_words_and_figures_and_figures_of_nothing_else() {
        List<String> line = List.of("figures", "words", "documents", "publication");
        for (int i = 0; i < line.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.customsfeed.publish." + line.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(
                                    line.subList(i + 1, line.size()).stream()
                                            .map(later -> "dev.customsfeed.publish." + later + ".."),
                                    Stream.of("dev.customsfeed.publish"))
                            .toArray(String[]::new))
                    .because("what is computed is the same in whatever words, documents and objects it is told")
                    .check(CODE);
        }
    }

    @Test
    void figures_words_and_documents_know_nothing_of_aws() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.customsfeed.publish.figures..",
                        "dev.customsfeed.publish.words..",
                        "dev.customsfeed.publish.documents..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .because("figures and sentences must be testable, and usable, without a cloud")
                .check(CODE);
    }

    @Test
    void rules_of_verification_know_nothing_of_aws_and_json() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.customsfeed.verify.model..",
                        "dev.customsfeed.verify.rules..",
                        "dev.customsfeed.verify.screening..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..", "com.amazonaws..", "com.fasterxml..", "dev.customsfeed.ledger..")
                .because("what contradicts what is the same wherever files lie and whatever they are written in")
                .check(CODE);
    }

    @Test
    void reading_customs_files_knows_nothing_of_aws() {
        noClasses()
                .that()
                .resideInAPackage("dev.customsfeed.sources..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "dev.customsfeed.ledger.tables..")
                .because("a customs file is the same on a laptop as in a bucket")
                .check(CODE);
    }

    @Test
    void the_words_of_trade_know_no_library() {
        noClasses()
                .that()
                .resideInAPackage("dev.customsfeed.ledger")
                .should()
                .dependOnClassesThat()
                // What may be null is said to the compiler alone.
                .resideOutsideOfPackages("java..", "dev.customsfeed.ledger", "org.jspecify..")
                .because("the domain outlives every library that stores, reads or shows it")
                .check(CODE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.customsfeed.(**)")
                .should()
                .beFreeOfCycles()
                .because("whoever reads one package should not have to read all")
                .check(CODE);
    }

    /** The rules of the engine, one class each, beside the walk that asks them. */
    @Test
    void rules_of_the_engine_know_neither_the_walk_over_the_rows_nor_each_other_in_circles() {
        String engine = "dev.customsfeed.sources.check";
        List<String> walk = List.of("CheckedFile", "FileCheck", "RowsCheck");
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        if (!type.getPackageName().equals(engine)) {
                            return SliceIdentifier.ignore();
                        }
                        String name = topLevel(type);
                        return SliceIdentifier.of(walk.contains(name) ? "the walk" : name);
                    }

                    @Override
                    public String getDescription() {
                        return "classes of the engine";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("a rule is found by its name and read by itself")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(engine)
                .and(DescribedPredicate.describe("are no part of the walk", type -> !walk.contains(topLevel(type))))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "walk over the rows",
                        type -> type.getPackageName().equals(engine) && walk.contains(topLevel(type))))
                .because("a rule is the same in whatever order rules are asked")
                .check(CODE);
    }

    private static String topLevel(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    @Test
    void every_package_says_what_may_live_there() throws IOException {
        List<Path> sources = SourceTree.files(Project.ROOT).stream()
                .filter(file -> file.endsWith("pom.xml"))
                .map(pom -> pom.resolveSibling("src/main/java"))
                .toList();

        assertThat(CODE.stream().map(JavaClass::getPackageName).distinct())
                .as("what has no place elsewhere ends up in a package that does not say")
                .hasSizeGreaterThan(30)
                .allMatch(name -> sources.stream()
                        .map(folder -> folder.resolve(name.replace('.', '/')).resolve("package-info.java"))
                        .anyMatch(Files::exists));
    }

    @Test
    void every_package_says_that_nothing_in_it_is_null_but_what_says_so() throws IOException {
        List<Path> unmarked = new ArrayList<>();
        for (Path file : SourceTree.files(Project.ROOT)) {
            if (file.endsWith("package-info.java")
                    && file.toString().contains("src" + File.separator + "main" + File.separator)
                    && !Files.readString(file).contains("\n@NullMarked\npackage ")) {
                unmarked.add(Project.ROOT.relativize(file));
            }
        }

        assertThat(unmarked)
                .as("NullAway looks at packages alone that are marked; the SDK's table schemas give and take null")
                .containsExactly(
                        Path.of("functions/ledger/src/main/java/dev/customsfeed/ledger/tables/package-info.java"));
    }

    @Test
    void state_is_never_shared_by_accident() {
        noFields()
                .that()
                .arePublic()
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .because("a warm function keeps its fields from one event to the next")
                .check(CODE);
    }

    @Test
    void a_name_says_what_the_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)")
                .because("such a name says nothing of what the thing is")
                .check(CODE);
    }

    @Test
    void handlers_are_found_by_lambda() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Handler")
                .and()
                .implement("com.amazonaws.services.lambda.runtime.RequestStreamHandler")
                .should()
                .bePublic()
                .because("Lambda makes the handler by its public constructor")
                .check(CODE);
    }
}
