using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClaimTracker.Testing;

/// <summary>A PostgreSQL server for one test run: on a free port, in a temporary folder, and gone when the run ends.</summary>
internal static class PrivatePostgres
{
    private const string User = "claimtracker";
    private const string Password = "only-for-these-tests";

    // No test takes the power from this server. Everything else is as it is by default.
    private const string Options = "-c fsync=off -c full_page_writes=off -c listen_addresses=127.0.0.1";

    private static readonly string? Programs = FindPrograms();

    public static bool IsInstalled => Programs is not null;

    /// <summary>Starts it.</summary>
    /// <returns>Its connection string.</returns>
    public static string Start()
    {
        var folder = Scratch.NewFolder("postgres").FullName;
        var (data, secret, port) = (Path.Combine(folder, "data"), Path.Combine(folder, "password"), FreePort());
        File.WriteAllText(secret, Password);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "-R", "postgres", folder);
        }

        Run("initdb", "-D", data, "-U", User, "--pwfile", secret, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Scratch.BeforeDelete(() => Run("pg_ctl", "-D", data, "-m", "immediate", "stop"));
        Run("pg_ctl", "-D", data, "-o", $"-p {port} -k {folder} {Options}", "-l", Path.Combine(folder, "log"), "-w", "start");
        return string.Create(
            CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=postgres;Username={User};Password={Password}");
    }

    /// <summary>Runs a program of PostgreSQL: for root as the user postgres, since PostgreSQL refuses to run as root.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var path = program == "chown" ? program : Path.Combine(Programs!, program);
        var start = Environment.IsPrivilegedProcess && program != "chown"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);

        // The server inherits this pipe, and would keep it open for good.
        start.RedirectStandardInput = true;
        start.WorkingDirectory = Path.GetTempPath();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    // Debian and Homebrew keep them out of the PATH, in one folder for each version.
    private static string? FindPrograms()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var versions = new[] { "/usr/lib/postgresql", "/opt/homebrew/opt" }.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .OrderDescending(StringComparer.Ordinal).Select(static version => Path.Combine(version, "bin"));
        return path.Concat(versions).FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
