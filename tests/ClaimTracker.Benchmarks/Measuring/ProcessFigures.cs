using System.Runtime.InteropServices;

namespace ClaimTracker.Benchmarks.Measuring;

/// <summary>What a process has used, by the kernel (Linux).</summary>
internal static partial class ProcessFigures
{
    /// <summary>
    /// Processor time of all its threads, of the system's too. This clock counts nanoseconds; /proc/PID/stat holds the same figure in
    /// hundredths of a second, too coarse for one request.
    /// </summary>
    public static double CpuMilliseconds(int process)
    {
        const int OfSchedule = 2;
        return ReadClock((~process << 3) | OfSchedule, out var time) == 0
            ? (time.Seconds * 1000.0) + (time.Nanoseconds / 1_000_000.0)
            : throw new InvalidOperationException($"Process {process} has no clock.");
    }

    /// <summary>Memory now, in MB.</summary>
    public static double ResidentMegabytes(int process) => Status(process, "VmRSS:");

    /// <summary>The most memory that it had, in MB.</summary>
    public static double PeakMegabytes(int process) => Status(process, "VmHWM:");

    private static double Status(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
