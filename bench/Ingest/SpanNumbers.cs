using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Ita.Bench.Ingest;

/// <summary>A number for each distinct text, looked up without allocating a string.</summary>
internal sealed class SpanNumbers
{
    private readonly Dictionary<byte[], int> numbers = new(new Bytes());
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    public SpanNumbers(IEnumerable<string>? known = null)
    {
        bySpan = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        foreach (var text in known ?? [])
        {
            Of(Encoding.UTF8.GetBytes(text));
        }
    }

    public int Of(ReadOnlySpan<byte> text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(bySpan, text, out var isKnown);
        if (!isKnown)
        {
            number = numbers.Count - 1;
        }

        return number;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        // The texts are short and trusted, so the hash need not resist attacks and can be fast.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = 0u;
            foreach (var sign in alternate)
            {
                hash = unchecked((hash * 31) + sign);
            }

            return unchecked((int)hash);
        }
    }
}
