namespace Ita.App.Storage;

/// <summary>The names of the storage settings, with their form as environment variables.</summary>
internal static class StorageSettings
{
    public const string Name = "AzureWebJobsStorage";
    public const string AccountName = "accountName";
    public const string BlobServiceUri = "blobServiceUri";
    public const string QueueServiceUri = "queueServiceUri";
    public const string TableServiceUri = "tableServiceUri";

    public static string Variable(string part) => $"{Name}__{part}";
}
