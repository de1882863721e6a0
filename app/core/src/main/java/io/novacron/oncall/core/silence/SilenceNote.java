package io.novacron.oncall.core.silence;

import java.util.HashMap;
import java.util.Map;

/** Names of the annotations that this console writes into planned silences, on servers that keep them (0.32 and later). */
public final class SilenceNote {

    /** {@code silence} for a planned silence, {@code ack} for an acknowledgement. */
    public static final String KIND = "novacron_kind";
    /** UUID of the user action that made it; an edit keeps it. */
    public static final String ID = "novacron_id";
    /** {@link #ID} of the silence that says the same on another side of a split cluster (reliability guide F53). */
    public static final String TWIN_OF = "novacron_twin_of";
    /** Who changed it last; {@code createdBy} stays whoever made it. */
    public static final String EDITED_BY = "novacron_edited_by";
    /** The id it had before an edit gave it a new one, or of the expired one it was made from (alerts guide S1). */
    public static final String FROM = "novacron_from";
    /** Why a responder went beyond what the role may do alone (reliability guide §8); every console shows it. */
    public static final String BREAK_GLASS = "novacron_break_glass";
    /** The name of the recurring maintenance that it is one window of. */
    public static final String MAINTENANCE = "novacron_maintenance";

    private SilenceNote() {}

    /**
     * What a new silence keeps of the one it is made from: annotations of other tools, and where it comes from; a reason to
     * break the glass counted for the old one only.
     */
    public static Map<String, String> madeFrom(Silence old) {
        Map<String, String> annotations = new HashMap<>(old.annotations());
        annotations.remove(BREAK_GLASS);
        annotations.remove(EDITED_BY);
        annotations.remove(MAINTENANCE);
        annotations.remove(TWIN_OF);
        annotations.put(FROM, old.id());
        return annotations;
    }
}
