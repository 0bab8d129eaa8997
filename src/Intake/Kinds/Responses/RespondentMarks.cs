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

    private readonly Dictionary<(ulong Respondent, int Word), Answered> answered = [];

    public static byte[] CreateKey() => RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>The number of respondents, or a little more where a survey asks more than 64 questions.</summary>
    public int Count => answered.Count;

    /// <param name="questions">See <see cref="Question.Number"/>.</param>
    /// <param name="line">The line of the answers.</param>
    /// <returns>The first question that this respondent has answered before, and the line of the respondent's first answers; null when there is
    /// none.</returns>
    public (int Question, int Line)? Mark(ReadOnlySpan<byte> respondent, ReadOnlySpan<int> questions, int line)
    {
        var hash = HashOf(respondent);
        (int Question, int Line)? repeated = null;
        foreach (var question in questions)
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(answered, (hash, question / WordBits), out var isKnown);
            var bit = 1UL << (question % WordBits);
            if ((word.Questions & bit) != 0)
            {
                repeated ??= (question, word.Line);
            }

            word = new(word.Questions | bit, isKnown ? word.Line : line);
        }

        return repeated;
    }

    private ulong HashOf(ReadOnlySpan<byte> respondent)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, respondent, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private readonly record struct Answered(ulong Questions, int Line);
}
