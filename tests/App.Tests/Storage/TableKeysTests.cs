using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.Tests;

namespace Ita.App.Tests.Storage;

public sealed class TableKeysTests(AzuriteStore azurite) : TableTests(azurite)
{
    public static TheoryData<string> Legal =>
    [
        "", " ", " a  b ", "กระทรวงทดสอบ น้ำ", "it's", "''", "')", "%", "%2F", "%25", "100%", "a+b&c=d;e,f:g",
        "(a,b)",
        "..", ".", "~", "$batch", "\"{}[]<>|^`", "é\u0301", "🇹🇭", "\u00A0", new('ก', 300), "a',RowKey='b",
    ];

    public static TheoryData<string?> Illegal =>
        [null, "a/b", "a\\b", "a#b", "a?b", "\0", "\t", "\r\n", "\u001F", "\u007F", "\u009F", "\uFFFE", new('a', 513)];

    [Theory, MemberData(nameof(Legal))]
    public async Task A_legal_key_is_kept_exactly_by_every_operation(string key)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new(key, key) { ["By"] = "add" }, Stop);
        await table.UpsertEntityAsync(new(key, key) { ["By"] = "upsert" }, TableUpdateMode.Replace, Stop);

        var read = await ReadAsync(table, key, key);
        var found = Assert.Single(await AllAsync(table, StoredTable.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")));

        Assert.Equal((key, key, "upsert"), (read.PartitionKey, read.RowKey, read.GetString("By")));
        Assert.Equal(key, found.RowKey);
        await table.DeleteEntityAsync(key, key, Stop);
        Assert.Empty(await AllAsync(table));
    }

    [Theory, MemberData(nameof(Illegal))]
    public async Task An_illegal_key_is_refused_before_sending(string? key)
    {
        var table = Unreachable();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.AddEntityAsync(new("p", key!), Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.UpsertEntityAsync(new(key!, "r"), TableUpdateMode.Merge, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.FindAsync("p", key!, Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.DeleteEntityAsync(key!, "r", Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.SubmitTransactionAsync([Add(new("p", key!))], Stop));
    }

    // Not in the rows above, because the test runner would replace half a surrogate pair by U+FFFD.
    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_before_sending()
    {
        await An_illegal_key_is_refused_before_sending("\uD83D");
        await An_illegal_key_is_refused_before_sending("\uDE00!");
    }

    [Fact]
    public async Task Escaped_keys_of_any_characters_live_side_by_side()
    {
        var table = await NewTableAsync();
        string[] codes = ["a/b", "a\\b", "a#b", "a?b", "a~b", "a~002Fb", "a\tb", "ก/2569", "\uD83D"];
        await table.SubmitTransactionAsync(codes.Select(code => Add(new("2569", TableKey.Escape(code)))), Stop);

        var read = await AllAsync(table);

        Assert.Equal(codes.Order(StringComparer.Ordinal), read.Select(entity => TableKey.Unescape(entity.RowKey)).Order(StringComparer.Ordinal));
    }
}
