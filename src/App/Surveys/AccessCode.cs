namespace Ita.App.Surveys;

/// <summary>The code an agency gives to its staff: 12 characters that cannot be confused with each other, 55 random
/// bits, written K7PM-X3HD-9QFT.</summary>
public static class AccessCode
{
    // Without 0 O, 1 I, 2 Z, 5 S, 8 B, U V, which are easily confused.
    private const string Signs = "34679ACDEFGHJKLMNPQRTWXY";
    private const int Length = 12;
    private const int Group = 4;

    public static string New() => Format(RandomNumberGenerator.GetString(Signs, Length));

    /// <summary>A code as it is written for people, however it was typed.</summary>
    public static string Format(string code) => string.Join('-', (Read(code) ?? code).Chunk(Group).Select(group => new string(group)));

    /// <summary>Normalizes a typed code before it is hashed: removes hyphens and spaces, ignores case. Null when it
    /// cannot be a code.</summary>
    public static string? Read(string typed)
    {
        var plain = typed.Length > 4 * Length ? "" : string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return plain.Length == Length ? plain : null;
    }

    public static string Hash(SurveySecrets secrets, string code) => SecretHash.Of(secrets.Code, "code", Read(code) ?? "");
}
