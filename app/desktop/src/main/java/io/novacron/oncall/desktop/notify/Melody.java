package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.notify.Tone;

/** The console's own tones as samples: 16 bit, mono, little endian. Pure. */
final class Melody {

    static final float RATE = 44_100f;

    /** One stretch of a tone; 0 Hz is a pause. */
    private record Note(double hertz, double seconds) {}

    private static final double FADE = 0.008;

    private Melody() {}

    /** @param volume 0 to 100 */
    static byte[] samples(Tone tone, int volume) {
        Note[] notes = notes(tone);
        int frames = 0;
        for (Note note : notes) {
            frames += (int) (note.seconds() * RATE);
        }
        byte[] samples = new byte[frames * 2];
        int at = 0;
        for (Note note : notes) {
            int length = (int) (note.seconds() * RATE);
            for (int i = 0; i < length; i++) {
                short value = (short) (level(note, i, length) * Short.MAX_VALUE * volume / 100);
                samples[at++] = (byte) value;
                samples[at++] = (byte) (value >> 8);
            }
        }
        return samples;
    }

    /** A sine with a soft second harmonic; the ends are faded so that they do not click. */
    private static double level(Note note, int frame, int length) {
        if (note.hertz() == 0) {
            return 0;
        }
        double angle = 2 * Math.PI * note.hertz() * frame / RATE;
        double fade = Math.min(1, Math.min(frame, length - frame) / (FADE * RATE));
        return 0.75 * fade * (0.8 * Math.sin(angle) + 0.2 * Math.sin(2 * angle));
    }

    private static Note[] notes(Tone tone) {
        return switch (tone) {
            case NONE -> new Note[0];
            case LOW -> new Note[] {new Note(330, 0.18)};
            case SINGLE -> new Note[] {new Note(660, 0.2)};
            case DOUBLE -> new Note[] {new Note(660, 0.16), new Note(0, 0.06), new Note(880, 0.22)};
            case ALARM -> {
                Note high = new Note(988, 0.16);
                Note low = new Note(740, 0.16);
                Note pause = new Note(0, 0.12);
                yield new Note[] {high, low, high, low, pause, high, low, high, low};
            }
        };
    }
}
