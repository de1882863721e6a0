package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.text.Visible;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.BooleanControl;
import javax.sound.sampled.Control;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.Port;
import javax.sound.sampled.SourceDataLine;

/** The sound device of this desktop. Its calls block for as long as the tone lasts. */
final class Loudspeaker {

    static final String NO_DEVICE =
            "no sound device can be opened (%s); plug in or switch on one, on Linux see pactl info or aplay -l";

    private static final AudioFormat FORMAT = new AudioFormat(Melody.RATE, 16, 1, true, false);

    /** Plays it; answers why it could not be, empty where the device took all of it. */
    String play(Tone tone, int volume) {
        byte[] samples = Melody.samples(tone, volume);
        try (SourceDataLine line = open()) {
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
            return "";
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            return noDevice(e);
        } catch (LinkageError e) {
            return noDevice(e);
        }
    }

    /** Whether the device opens, without a sound; empty where it does. */
    String tryOpen() {
        try (SourceDataLine line = open()) {
            return line.isOpen() ? "" : String.format(NO_DEVICE, "it did not open");
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            return noDevice(e);
        } catch (LinkageError e) {
            return noDevice(e);
        }
    }

    /** Whether an output of the sound card is muted; empty where no mixer says so or not. */
    Optional<Boolean> muted() {
        Optional<Boolean> muted = Optional.empty();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            for (Line.Info port : AudioSystem.getMixer(info).getTargetLineInfo()) {
                if (port instanceof Port.Info out && !out.isSource()) {
                    Optional<Boolean> one = muted(AudioSystem.getMixer(info), port);
                    muted = one.isPresent() && !muted.orElse(false) ? one : muted;
                }
            }
        }
        return muted;
    }

    private static Optional<Boolean> muted(Mixer mixer, Line.Info port) {
        try (Line line = mixer.getLine(port)) {
            line.open();
            for (Control control : line.getControls()) {
                if (control instanceof BooleanControl mute && BooleanControl.Type.MUTE.equals(control.getType())) {
                    return Optional.of(mute.getValue());
                }
            }
        } catch (LineUnavailableException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static SourceDataLine open() throws LineUnavailableException {
        SourceDataLine line = (SourceDataLine) AudioSystem.getLine(new DataLine.Info(SourceDataLine.class, FORMAT));
        line.open(FORMAT);
        return line;
    }

    private static String noDevice(Throwable e) {
        return String.format(NO_DEVICE, Visible.line(String.valueOf(e.getMessage()), 120));
    }
}
