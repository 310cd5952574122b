namespace ClaimTracker.Api.Domain.Archives;

/// <summary>Files in the data folder that the service works with for a while: archives that are sent, and imports that wait.</summary>
/// <param name="folder">The data folder.</param>
internal sealed class WorkFiles(string folder)
{
    private const string Temporary = ".tmp";

    private string Folder => Path.Combine(folder, "work");

    /// <summary>A file that is gone once it is closed, and that a process that dies leaves to the next start.</summary>
    public FileStream MakeTemporary()
    {
        DurableFiles.CreateFolderIn(Folder);
        var path = Path.Combine(Folder, Path.GetRandomFileName() + Temporary);
        DurableFiles.Create(path).Dispose(); // For its owner alone.
        return new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        });
    }

    /// <summary>Makes a file that stays until it is removed.</summary>
    public FileStream Make(string name)
    {
        DurableFiles.CreateFolderIn(Folder);
        return DurableFiles.Create(PathOf(name));
    }

    /// <summary>The path of a file that stays.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Removes a file, if it is there.</summary>
    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>Removes what an earlier process has left.</summary>
    /// <param name="kept">The names of the files that stay.</param>
    public void Clear(IReadOnlySet<string> kept)
    {
        if (Directory.Exists(Folder))
        {
            foreach (var path in Directory.GetFiles(Folder).Where(path => !kept.Contains(Path.GetFileName(path))))
            {
                File.Delete(path);
            }
        }
    }
}
