namespace Ita.App.Surveys;

/// <summary>HMAC-SHA-256 under a survey's own random key. Hashes for different purposes cannot be linked.</summary>
public static class SecretHash
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    private const char Between = '\n';

    /// <param name="purpose">Separates hashes of the same text.</param>
    public static string Of(byte[] key, string purpose, params string[] texts) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join(Between, texts.Prepend(purpose)))));

    /// <summary>Compares two hashes in constant time.</summary>
    public static bool AreSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
