using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Data;

/// <summary>Files that only their owner reads, and that are on the disk when a method returns.</summary>
public static partial class DurableFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, where there is none, for its owner alone.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    /// <summary>
    /// Makes a folder inside one that exists. One that is gone is not made again: its disk was unmounted, and what is written in its
    /// place is never found.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The folder around it does not exist.</exception>
    public static void CreateFolderIn(string path)
    {
        if (Path.GetDirectoryName(path) is { } around && !Directory.Exists(around))
        {
            throw new DirectoryNotFoundException($"The folder {around} does not exist.");
        }

        CreateFolder(path);
    }

    /// <summary>Makes a file that is not there yet, for its owner alone.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes a new file.</summary>
    public static void Write(string path, string text)
    {
        using var file = Create(path);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Copies a file into a new one.</summary>
    public static void Copy(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var target = Create(to);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Puts on the disk what others have written into a file.</summary>
    public static void Flush(string path)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Puts on the disk which files a folder has, and under which names. Windows does so by itself.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Native.Open(path, flags: 0);
        var failed = folder < 0 || Native.Fsync(folder) != 0;
        var error = Marshal.GetLastPInvokeError();
        if (folder >= 0)
        {
            _ = Native.Close(folder);
        }

        if (failed)
        {
            throw new IOException($"The folder {path} could not be put on the disk: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    /// <summary>SHA-256 of a file, in hex.</summary>
    public static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>
    /// Locks a folder for this process, beside a lock file in it: the file can be removed. The lock goes when the process dies.
    /// </summary>
    /// <returns>Dispose of it to unlock the folder. Null if another process has it.</returns>
    public static IDisposable? TryLockFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FolderLock(-1); // A file that is open cannot be removed there.
        }

        var folder = Native.Open(path, Native.CloseOnExec);
        if (folder >= 0 && Native.Flock(folder, Native.LockExclusive | Native.LockNonBlocking) != 0
            && Marshal.GetLastPInvokeError() is Native.WouldBlockOnLinux or Native.WouldBlockOnBsd)
        {
            _ = Native.Close(folder);
            return null;
        }

        return new FolderLock(folder); // A file system that locks no folders leaves the lock file.
    }

    private sealed class FolderLock(int folder) : IDisposable
    {
        public void Dispose()
        {
            if (folder >= 0)
            {
                _ = Native.Close(folder);
            }
        }
    }

    // .NET opens no folder.
    private static partial class Native
    {
        public const int LockExclusive = 2;
        public const int LockNonBlocking = 4;
        public const int WouldBlockOnLinux = 11;
        public const int WouldBlockOnBsd = 35;

        public static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;

        [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial int Flock(int file, int operation);

        [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial int Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial int Fsync(int file);

        [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial int Close(int file);
    }
}
