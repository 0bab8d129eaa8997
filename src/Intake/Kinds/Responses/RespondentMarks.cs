using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ita.Intake.Kinds.Responses;

/// <summary>
/// Which questions each respondent of one agency and survey has answered, to notice a second answer. Only the first 64 bits of an
/// HMAC of the respondent's id are kept, under a key that is forgotten when the file has been read; the id itself is not.
/// </summary>
/// <remarks>
/// Two of 10,000 respondents have the same hash in one of 300 billion files; the row of the second is then reported by mistake.
/// </remarks>
internal sealed class RespondentMarks(byte[] key)
{
    private const int WordBits = 64;

    private readonly Dictionary<(ulong Respondent, int Word), ulong> answered = [];

    public static byte[] CreateKey() => RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>The number of respondents, or a little more where a survey asks more than 64 questions.</summary>
    public int Count => answered.Count;

    /// <param name="question">See <see cref="Question.Number"/>.</param>
    /// <returns>False when this respondent has answered this question already.</returns>
    public bool Mark(ReadOnlySpan<byte> respondent, int question)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(answered, (HashOf(respondent), question / WordBits), out _);
        var bit = 1UL << (question % WordBits);
        var isFirst = (word & bit) == 0;
        word |= bit;
        return isFirst;
    }

    private ulong HashOf(ReadOnlySpan<byte> respondent)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, respondent, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
