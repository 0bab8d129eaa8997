using System.Runtime.InteropServices;

namespace Ita.Intake.Answers;

/// <summary>
/// Which questions each respondent of one agency and survey has answered, to notice a second answer. A respondent is a 64-bit
/// keyed hash, with one bit a question: the id itself is never kept, and the key is gone when the file has been read.
/// </summary>
/// <remarks>
/// Two respondents of 10,000 share a hash once in 300 billion files; the worst that follows is a problem about a row that is right.
/// </remarks>
internal sealed class RespondentMarks(KeyedHash hash)
{
    private const int BitsAWord = 64;

    private readonly Dictionary<ulong, ulong> answered = [];

    /// <summary>Respondents, or a little more where a survey asks more than 64 questions.</summary>
    public int Count => answered.Count;

    /// <returns>False when this respondent has answered this question already.</returns>
    public bool Mark(ReadOnlySpan<byte> respondent, Question question)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(
            answered, hash.Of(respondent, question.Number / BitsAWord), out _);
        var bit = 1UL << (question.Number % BitsAWord);
        var isFirst = (word & bit) == 0;
        word |= bit;
        return isFirst;
    }
}
