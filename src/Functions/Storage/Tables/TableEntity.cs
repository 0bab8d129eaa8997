using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Ita.Functions.Storage.Tables;

/// <summary>
/// A row of a table: its two keys and up to 252 properties of the types string, int, long, double, bool, DateTimeOffset,
/// byte[] and Guid. A null property is the same as none.
/// </summary>
/// <remarks>
/// There is no decimal on the wire. A score is kept as a string or as whole hundredths, so that it comes back exactly.
/// Do not derive from it: in Azure.Data.Tables it is sealed.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name in Azure.Data.Tables.")]
public class TableEntity : IDictionary<string, object?>
{
    internal const string ETagKey = "odata.etag";

    // Keys, Timestamp and ETag live among the properties, as they do on the wire.
    private readonly Dictionary<string, object?> _properties = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => _properties[nameof(RowKey)] = value;
    }

    /// <summary>When the service last wrote the row; null on an entity that was not read. Never sent.</summary>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    /// <summary>The version that was read; empty on an entity that was not. Sent only as a condition, never as a property.</summary>
    public ETag ETag
    {
        get => GetString(ETagKey) is { } text ? new(text) : default;
        set => _properties[ETagKey] = value.ToString();
    }

    public ICollection<string> Keys => _properties.Keys;

    public ICollection<object?> Values => _properties.Values;

    public int Count => _properties.Count;

    public bool IsReadOnly => false;

    /// <summary>The property, or null when there is none.</summary>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = value;
    }

    public string? GetString(string key) => (string?)Get(key, typeof(string));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public void Add(string key, object? value) => _properties.Add(key, value);

    public void Add(KeyValuePair<string, object?> item) => _properties.Add(item.Key, item.Value);

    public void Clear() => _properties.Clear();

    public bool Contains(KeyValuePair<string, object?> item) => _properties.Contains(item);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public void CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).CopyTo(array, arrayIndex);

    public bool Remove(string key) => _properties.Remove(key);

    public bool Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).Remove(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _properties.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Null when absent; another type is the caller's bug, as in Azure.Data.Tables: an int is not quietly a long.
    private object? Get(string key, Type type)
    {
        var value = _properties.GetValueOrDefault(key);
        return value is null || value.GetType() == type
            ? value
            : throw new InvalidOperationException($"Property {key} is {value.GetType().Name}, not {type.Name}.");
    }
}
