package io.novacron.oncall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.eventbus.EventBus;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.novacron.oncall.core.source.SilenceSink;
import java.time.Instant;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;

/** Who may see whom, and what only one place may do (design §1, §2). */
@AnalyzeClasses(packages = "io.novacron.oncall", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final String BASE = "io.novacron.oncall.";

    @ArchTest
    static final ArchRule coreSeesNobody = noClasses()
            .that()
            .resideInAPackage(BASE + "core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "connectors..",
                    BASE + "demo..",
                    BASE + "views..",
                    BASE + "themes..",
                    BASE + "desktop..",
                    "javafx..",
                    "okhttp3..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule connectorsSeeCoreAlone = noClasses()
            .that()
            .resideInAPackage(BASE + "connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "demo..", BASE + "views..", BASE + "themes..", BASE + "desktop..", "javafx..");

    @ArchTest
    static final ArchRule theEstateSeesCoreAlone = noClasses()
            .that()
            .resideInAPackage(BASE + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "connectors..", BASE + "views..", BASE + "themes..", BASE + "desktop..", "javafx..");

    @ArchTest
    static final ArchRule viewsNeverHoldAConnector = noClasses()
            .that()
            .resideInAnyPackage(BASE + "views..", BASE + "themes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "connectors..", BASE + "demo..", BASE + "desktop..", "okhttp3..", "tools.jackson..");

    @ArchTest
    static final ArchRule okHttpStaysInTheWire = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "connectors.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule jacksonStaysAtTheBorders = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "connectors..", BASE + "demo..", BASE + "desktop.cli..", BASE + "desktop.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theEventBusHidesBehindTheBus = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "core.bus..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EventBus.class.getPackageName() + "..");

    @ArchTest
    static final ArchRule onlyTheClockReadsTheTime = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "core.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(target(owner(resideInAnyPackage("java.time"))).and(target(name("now"))));

    @ArchTest
    static final ArchRule nobodySleepsButTheClock = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "core.time..")
            .should()
            .callMethodWhere(target(owner(describe("is Thread", (JavaClass c) -> c.isEquivalentTo(Thread.class))))
                    .and(target(name("sleep"))));

    @ArchTest
    static final ArchRule runLaterHasOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "views.fx..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule threadsAreMadeInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "core.bus..",
                    BASE + "core.poll..",
                    BASE + "core.fetch..",
                    BASE + "core.time..",
                    BASE + "connectors.http..",
                    BASE + "views.fx..",
                    BASE + "views.topology..",
                    BASE + "desktop..")
            .should()
            .callConstructorWhere(target(owner(describe("is Thread", (JavaClass c) -> c.isEquivalentTo(Thread.class)))))
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "ofPlatform");

    @ArchTest
    static final ArchRule linksAreOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "desktop.link..")
            .should()
            .callMethodWhere(target(name("showDocument")))
            .orShould()
            .callMethodWhere(target(name("browse")));

    @ArchTest
    static final ArchRule patternsOfUsersAndBackendsAreRe2 = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "core.silence..",
                    BASE + "core.alert..",
                    BASE + "views..",
                    BASE + "connectors..",
                    BASE + "demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..");

    /** Whoever writes past the climb writes past the journal. */
    @ArchTest
    static final ArchRule everyWriteGoesThroughTheClimb = noClasses()
            .that()
            .resideInAnyPackage(BASE + "core..", BASE + "views..", BASE + "desktop..")
            .and()
            .doNotHaveSimpleName("Climb")
            .and()
            .doNotHaveSimpleName("PartOfCluster")
            .should()
            .callMethodWhere(target(owner(
                            describe("is the sink of silences", (JavaClass c) -> c.isEquivalentTo(SilenceSink.class))))
                    .and(target(name("post")).or(target(name("expire"))).or(target(name("resolve")))));

    @ArchTest
    static final ArchRule nothingOldOrForeign = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..",
                    "javax.swing..",
                    "java.awt..",
                    "javafx.fxml..",
                    "javafx.scene.web..",
                    "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class);

    @ArchTest
    static final ArchRule standardOutputHasOneWriter = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "desktop.cli..")
            .should()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule noClassIsLongerThanFiveHundredLines = classes().should(new LineCount(500));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule featuresOfConnectorsDoNotKnowEachOther =
            slices().matching(BASE + "connectors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheEstateDoNotKnowEachOther =
            slices().matching(BASE + "demo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfViewsDoNotKnowEachOther =
            slices().matching(BASE + "views.(*)..").should().beFreeOfCycles();
}
