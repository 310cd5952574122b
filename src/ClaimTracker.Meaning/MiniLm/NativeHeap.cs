using System.Runtime.InteropServices;

namespace ClaimTracker.Meaning.MiniLm;

/// <summary>The memory that native code allocates.</summary>
internal static partial class NativeHeap
{
    /// <summary>
    /// Gives freed memory back to the system. The C library of most Linux systems keeps it: 60 MB after large batches, 150 MB once
    /// the model was let go.
    /// </summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = TrimCore(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, which gives it back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int TrimCore(nuint keep);
}
