using System.Security.Cryptography;
using System.Text;

namespace Ita.Functions.Storage.Tables;

/// <summary>A storage account's name and one of its two keys.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] _key;

    /// <param name="accountName">The account, for example <c>devstoreaccount1</c>.</param>
    /// <param name="accountKey">The key in Base64, as the portal shows it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountName);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountKey);
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    internal string Sign(string stringToSign) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(stringToSign)));
}
