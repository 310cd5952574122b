namespace ClaimTracker.Api.Tests.Faults.Sqlite;

/// <summary>A small disk of a test's own, gone when the test is.</summary>
internal sealed class Mount : IAsyncDisposable
{
    private readonly string[] _arguments;

    private Mount(params string[] arguments) => _arguments = arguments;

    public string Folder { get; } = Directory.CreateTempSubdirectory("claimtracker-disk-").FullName;

    /// <summary>A disk in memory.</summary>
    public static Task<Mount> MemoryAsync(int megabytes) =>
        MountedAsync(new Mount("-t", "tmpfs", "-o", $"size={megabytes}m", "claimtracker-test"));

    /// <summary>A disk that a file holds.</summary>
    public static Task<Mount> ImageAsync(string image) => MountedAsync(new Mount("-o", "loop,noatime", image));

    /// <summary>The same, of a file that is made now.</summary>
    public static async Task<Mount> NewImageAsync(string image, int megabytes)
    {
        await using (var file = File.Create(image))
        {
            file.SetLength(megabytes * 1024L * 1024);
        }

        await Shell.RunAsync("mkfs.ext4", "-q", "-F", image);
        return await ImageAsync(image);
    }

    /// <summary>A folder on it, for a store.</summary>
    public DirectoryInfo Room => Directory.CreateDirectory(Path.Combine(Folder, "room"));

    public Task RemountAsync(string option) => Shell.RunAsync("mount", "-o", $"remount,{option}", Folder);

    public Task UnmountAsync() => Shell.RunAsync("umount", Folder);

    public Task MountAsync() => Shell.RunAsync("mount", [.. _arguments, Folder]);

    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync("umount", "--lazy", Folder); // A process that was killed may still have files of it.
        Directory.Delete(Folder);
    }

    private static async Task<Mount> MountedAsync(Mount mount)
    {
        try
        {
            await mount.MountAsync();
            return mount;
        }
        catch
        {
            Directory.Delete(mount.Folder);
            throw;
        }
    }
}
