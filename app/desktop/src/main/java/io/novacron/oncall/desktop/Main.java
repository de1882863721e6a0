package io.novacron.oncall.desktop;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.cli.Console;
import io.novacron.oncall.desktop.cli.Oncall;
import io.novacron.oncall.desktop.cli.Program;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.desktop.settings.ConfigPlace;

/** Where the program starts, window and command line alike. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        ProgramLog.begin();
        Clock clock = Clock.system();
        SecretPlaces secrets = new SecretPlaces(System.getenv());
        Program program = new Program(
                ConfigPlace.here(),
                System.getProperty("user.name", "unknown"),
                StatePlace.here(),
                (settings, database) ->
                        new Composition(settings, Composition.Outside.of(settings, secrets, clock), database, clock),
                clock);
        System.exit(Oncall.run(program, Console.standard(), arguments));
    }
}
