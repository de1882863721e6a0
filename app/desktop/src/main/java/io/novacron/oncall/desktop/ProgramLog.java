package io.novacron.oncall.desktop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where log lines go: a file of at most 5 × 10 MB, readable by its owner alone, in which whatever looks like a credential is
 * blacked out once more (reliability guide §7). For a command, warnings also go to standard error, without stack traces.
 */
public final class ProgramLog {

    private static final String FAULTS = "oncall.fault";
    private static final int OLD_FILES = 4;
    private static final String CREDENTIALS = "(?i)((?:bearer|basic|apikey|token|password)[ =:]+)\\S+";
    private static final String SAFE_MESSAGE =
            "%replace(%replace(%msg%n%ex){'://[^/@\\s]+@','://•••@'}){'" + CREDENTIALS + "','$1•••'}%nopex";

    private ProgramLog() {}

    /**
     * To be called before anything else: java.util.logging, which JavaFX and OkHttp speak, comes to us too. Warnings go to
     * standard error.
     */
    static void begin() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger root = root();
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        root.addAppender(standardError());
        // it would advise an incubating module of the JDK, which the estate's few logs do not need
        context().getLogger("org.apache.lucene").setLevel(Level.ERROR);
    }

    /** A fault of our own: the stack trace goes to a file of the folder only, under an id that the user is told. */
    public static void fault(Path folder, String id, Throwable thrown) {
        Logger faults = context().getLogger(FAULTS);
        faults.setAdditive(false);
        RollingFileAppender<ILoggingEvent> file = file(folder, "oncall-faults", context());
        faults.addAppender(file);
        faults.error("fault {}", id, thrown);
        faults.detachAppender(file);
        file.stop();
    }

    /** For the window: everything of ours from INFO on to a file of the folder. */
    public static void forWindow(Path folder) {
        LoggerContext context = context();
        context.getLogger("io.novacron.oncall").setLevel(Level.INFO);
        root().addAppender(file(folder, "oncall", context));
    }

    private static ConsoleAppender<ILoggingEvent> standardError() {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.levelStr);
        warnings.start();
        console.addFilter(warnings);
        start(console, context(), "oncall: %msg%n%nopex");
        return console;
    }

    private static RollingFileAppender<ILoggingEvent> file(Path folder, String name, LoggerContext context) {
        ownFolder(folder);
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setFile(folder.resolve(name + ".log").toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve(name + ".%i.log").toString());
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf("10 MB"));
        trigger.start();
        file.setRollingPolicy(rolling);
        file.setTriggeringPolicy(trigger);
        start(file, context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger{36} " + SAFE_MESSAGE);
        return file;
    }

    private static void start(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
    }

    /** A log that cannot be kept must not keep the program from starting; logback says so on standard error. */
    private static void ownFolder(Path folder) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            root().warn("The log folder {} cannot be made", folder, e);
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
