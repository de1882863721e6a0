package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import org.jspecify.annotations.Nullable;

/**
 * One step of one operation, done at one process. Times are true ones in epoch µs, whatever the clocks of the hosts say.
 *
 * @param index its place among the visits of the operation, in the order in which they began
 * @param parent the index of the visit it was done for; -1 for the first
 * @param call its caller is another process (or it is the first)
 * @param attempt 1, or more where it was tried again
 * @param sent when the caller asked; {@code start} where it is no call
 * @param received when the caller had the answer; {@code end} where it is no call
 * @param failure null if it succeeded
 * @param origin the failure began here; a visit above it has the same failure, but is not its origin
 * @param answered false where the process could not be reached, so that it knows nothing of the call
 * @param spanId sixteen hexadecimal digits, for log lines and spans alike
 */
public record Visit(
        int index,
        int parent,
        Step step,
        Instance instance,
        boolean call,
        int attempt,
        long sent,
        long start,
        long end,
        long received,
        @Nullable Failure failure,
        boolean origin,
        boolean answered,
        String spanId) {}
