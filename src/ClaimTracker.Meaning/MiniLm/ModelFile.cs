using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClaimTracker.Meaning.MiniLm;

/// <summary>
/// Reads what the package carries inside its assembly. The assembly is read as a file and never loaded: loaded, its 90 MB
/// would stay in memory until the program ends.
/// </summary>
internal static class ModelFile
{
    private const int LengthBytes = 4;

    public static string Address { get; } = Path.Combine(AppContext.BaseDirectory, "model", "MiniLM.dll");

    /// <summary>Copies the resource whose name ends so.</summary>
    public static void Copy(string ending, Stream target)
    {
        using var file = new FileStream(Address, FileMode.Open, FileAccess.Read, FileShare.Read);
        var (start, length) = Place(file, ending);
        file.Position = start;

        var buffer = new byte[1 << 16];
        for (var left = length; left > 0;)
        {
            var read = file.Read(buffer, 0, Math.Min(left, buffer.Length));
            if (read == 0)
            {
                throw new EndOfStreamException($"{Address} is cut off.");
            }

            target.Write(buffer, 0, read);
            left -= read;
        }
    }

    private static (long Start, int Length) Place(FileStream file, string ending)
    {
        using var image = new PEReader(file, PEStreamOptions.LeaveOpen);
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (!metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var folder = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
            var section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(folder)];
            var start = section.PointerToRawData + (folder - section.VirtualAddress) + resource.Offset;

            Span<byte> length = stackalloc byte[LengthBytes];
            file.Position = start;
            file.ReadExactly(length);
            return (start + LengthBytes, BinaryPrimitives.ReadInt32LittleEndian(length));
        }

        throw new FileNotFoundException($"{Address} has no {ending}.");
    }
}
