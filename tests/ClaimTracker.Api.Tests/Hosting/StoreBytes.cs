using System.Text;

namespace ClaimTracker.Api.Tests.Hosting;

internal static class StoreBytes
{
    /// <summary>
    /// The bytes of all files in the data folder, each as a character: what is in none of them is gone. The files of PostgreSQL are the
    /// server's, and not looked into.
    /// </summary>
    public static string Bytes(this TestStore store) => string.Concat(
        Directory.GetFiles(store.Folder, "*", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(static file => Encoding.Latin1.GetString(ReadShared(file))));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
