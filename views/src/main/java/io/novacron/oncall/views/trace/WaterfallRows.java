package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.trace.TraceTree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Which spans of a trace stand on which line: the tree in pre-order, folded subtrees skipped. Linear to build, no
/// recursion, so neither size nor depth of a trace matters. Not thread-safe.
final class WaterfallRows {
    private final List<TraceTree.Row> rows;
    private final int[] subtreeEnd;
    private final boolean[] errorBelow;
    private final BitSet folded = new BitSet();
    private int[] visible = {};

    WaterfallRows(TraceTree tree) {
        rows = tree.rows();
        subtreeEnd = new int[rows.size()];
        errorBelow = new boolean[rows.size()];
        for (int i = rows.size() - 1; i >= 0; i--) {
            subtreeEnd[i] = Math.max(subtreeEnd[i], i + 1);
            int parent = rows.get(i).parent();
            if (parent >= 0) {
                subtreeEnd[parent] = Math.max(subtreeEnd[parent], subtreeEnd[i]);
                errorBelow[parent] |= errorBelow[i] || rows.get(i).error();
            }
        }
        rebuild();
    }

    /// Lines on the screen.
    int size() {
        return visible.length;
    }

    /// Index into the tree's rows of what stands on `line`.
    int at(int line) {
        return visible[line];
    }

    /// The line of a row; of a row in a folded subtree that of the fold.
    int lineOf(int row) {
        int found = Arrays.binarySearch(visible, row);
        return found >= 0 ? found : -found - 2;
    }

    TraceTree.Row row(int line) {
        return rows.get(visible[line]);
    }

    boolean hasChildren(int row) {
        return subtreeEnd[row] > row + 1;
    }

    /// How many spans stand below it, at any depth.
    int below(int row) {
        return subtreeEnd[row] - row - 1;
    }

    boolean isFolded(int row) {
        return folded.get(row);
    }

    /// A span below it failed, itself or not.
    boolean errorBelow(int row) {
        return errorBelow[row];
    }

    void fold(int row, boolean shut) {
        if (hasChildren(row) && folded.get(row) != shut) {
            folded.set(row, shut);
            rebuild();
        }
    }

    /// Folds or opens every span that has children.
    void foldAll(boolean shut) {
        folded.clear();
        for (int i = 0; shut && i < rows.size(); i++) {
            folded.set(i, hasChildren(i));
        }
        rebuild();
    }

    private void rebuild() {
        int[] next = new int[rows.size()];
        int count = 0;
        for (int i = 0; i < rows.size(); i = folded.get(i) ? subtreeEnd[i] : i + 1) {
            next[count++] = i;
        }
        visible = Arrays.copyOf(next, count);
    }
}
