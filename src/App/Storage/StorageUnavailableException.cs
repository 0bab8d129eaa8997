namespace Ita.App.Storage;

/// <summary>A service of the storage account does not respond, or refuses everything for the moment. Trying again later can succeed.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
