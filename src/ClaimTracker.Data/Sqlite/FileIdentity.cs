using System.Runtime.InteropServices;

namespace ClaimTracker.Data.Sqlite;

/// <summary>Which file a path leads to: its device and its inode. Another file of the same name has another.</summary>
/// <param name="Device">The device number.</param>
/// <param name="Inode">The inode number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct FileIdentity(ulong Device, ulong Inode)
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint BasicStats = 0x7ff; // STATX_BASIC_STATS

    /// <returns>Null if there is no such file, or the system has no such call: only Linux has it.</returns>
    public static FileIdentity? Of(string path) =>
        OperatingSystem.IsLinux() && Statx(CurrentFolder, path, 0, BasicStats, out var found) == 0
            ? new(((ulong)found.DeviceMajor << 32) | found.DeviceMinor, found.Inode)
            : null;

    // .NET tells no inode.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Stats stats);

    /// <summary>struct statx, which has the same layout on every architecture (man 2 statx).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Stats
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
