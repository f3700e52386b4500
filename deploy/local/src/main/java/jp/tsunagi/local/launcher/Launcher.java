package jp.tsunagi.local.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.InfrastructureException;

/** The program behind {@code ./tsunagi}: brings the whole platform up on one machine, and down again. */
public final class Launcher {
    private static final String HELP = """
            Usage: ./tsunagi COMMAND

              up [OPTIONS]      build if needed, start everything, stay until Ctrl-C
                 --detach         return when ready; './tsunagi down' stops it
                 --infra          only PostgreSQL, Kafka, Keycloak and mail, for dev mode
                 --no-simulator   no machine that plays two partner agencies (or TSUNAGI_SIMULATOR=off)
                 --no-demo        no directory and no consultations loaded
              down              stop everything
              status            each component: state, process, address, memory
              logs NAME [-f]    a component's log; -f follows it
              stop NAME         stop one component, for example to run it in dev mode
              restart NAME      stop one component (if it runs) and start it again
              administrator     make an administrator of the running Keycloak, print the password
              settings          write passwords, keys and dev-mode settings into var/, start nothing
              reset             forget all data, logs and passwords of the local stack
              verify            build and run every test
              bench [OPTIONS]   measure speed beside a bare endpoint; writes docs/performance.md
                 --rows N         the largest number of referrals: 10000, 100000, 1000000 (usual) or 10000000
                 --only WORK      only the pieces of work whose names hold this word; keeps no result
                 --short          only show that it runs; keeps no result
              triage            how well what people write is understood; docs/triage.md
              help              this

            Dev mode of one service, on its usual port: ./mvnw -pl intake-service quarkus:dev

            State lives in var/ (another folder: TSUNAGI_VAR); ports move with TSUNAGI_PORT_<NAME>.
            Exit codes: 0 done · 2 usage · 3 no JDK · 4 build · 5 port taken · 6 already running · 7 memory
                        8 a component failed · 9 half-dead earlier run · 10 still running · 11 not running""";

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(exitCode(List.of(arguments)));
    }

    private static int exitCode(List<String> words) {
        try {
            run(Request.of(words));
            return 0;
        } catch (LauncherException e) {
            return refuse(e, e.kind());
        } catch (InfrastructureException e) {
            return refuse(e, LauncherException.Kind.COMPONENT_FAILED);
        } catch (RuntimeException e) {
            System.err.println("tsunagi: Something unforeseen happened; details are in " + noted(e) + ".");
            return LauncherException.Kind.UNEXPECTED.exitCode;
        }
    }

    private static void run(Request request) {
        var directory = StateDirectory.here();
        switch (request.command()) {
            case UP -> new Up(directory, request).run();
            case DOWN -> new Down(directory).run();
            case SETTINGS -> settings(new Components(directory, Secrets.of(directory)));
            case STATUS -> new Status(directory).print();
            case STOP -> new Restart(directory).run(request.component(), false);
            case RESTART -> new Restart(directory).run(request.component(), true);
            case ADMINISTRATOR -> new Administrator(directory).make();
            case RESET -> new Down(directory).reset();
            case HELP -> System.out.println(HELP);
        }
    }

    private static void settings(Components components) {
        components.writeDevModeSettings();
        components.writeComposePasswords();
    }

    private static int refuse(RuntimeException refusal, LauncherException.Kind kind) {
        System.out.flush();
        System.err.println("tsunagi: " + refusal.getMessage());
        return kind.exitCode;
    }

    private static String noted(RuntimeException bug) {
        var log = StateDirectory.here().log("launcher");
        try (var writer = new PrintWriter(Files.newBufferedWriter(log))) {
            bug.printStackTrace(writer);
            return log.toString();
        } catch (IOException e) {
            return "no file, for " + log + " cannot be written: " + bug;
        }
    }
}
