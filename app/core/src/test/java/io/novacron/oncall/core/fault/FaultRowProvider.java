package io.novacron.oncall.core.fault;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs the test of a row once, under the row's sentence. */
final class FaultRowProvider implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(FaultRow.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(new Row(
                context.getRequiredTestMethod().getAnnotation(FaultRow.class).value() + " [fake]"));
    }

    private record Row(String sentence) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocation) {
            return sentence;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            AfterTestExecutionCallback said = context -> {
                if (context.getExecutionException().isEmpty()) {
                    System.out.println("fault row " + sentence);
                }
            };
            return List.of(said);
        }
    }
}
