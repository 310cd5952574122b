using System.Collections.Concurrent;
using System.Reflection;

namespace ClaimTracker.Api.Web.Binding;

/// <summary>Reads a <see cref="MergePatch{T}"/> whose T is known at run time only.</summary>
internal static class MergePatches
{
    private delegate object PatchReader(ReadOnlySpan<byte> body);

    private static readonly ConcurrentDictionary<Type, PatchReader> Readers = new();

    public static object Read(Type patchType, byte[] body) => Readers.GetOrAdd(patchType, static type =>
        type.GetMethod(nameof(MergePatch<>.Read), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<PatchReader>())(body);
}
