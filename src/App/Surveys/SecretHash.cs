using System.Security.Cryptography;
using System.Text;

namespace Ita.App.Surveys;

/// <summary>HMAC-SHA-256 under a survey's own random key. Two purposes give hashes that nobody can bring together.</summary>
public static class SecretHash
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const char Between = '\n';

    /// <param name="purpose">What the hash is for.</param>
    public static string Of(byte[] key, string purpose, params string[] texts) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join(Between, texts.Prepend(purpose)))));

    /// <summary>Whether two hashes are one, in a time that does not tell.</summary>
    public static bool AreSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
