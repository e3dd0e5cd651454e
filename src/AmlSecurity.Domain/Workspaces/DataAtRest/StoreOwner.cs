using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says in whose subscription a store is.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StoreOwner>))]
public enum StoreOwner
{
    /// <summary>The rules do not say.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>The user's own subscription.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,

    /// <summary>The user's subscription, in a resource group that Microsoft manages (ENC-22).</summary>
    [JsonStringEnumMemberName("customerInManagedGroup")]
    CustomerInManagedGroup,

    /// <summary>A subscription of Microsoft.</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,

    /// <summary>A subscription of Microsoft, as this model reads the source: English pages say "your Microsoft
    /// subscription", and the context is storage of Azure Machine Learning.</summary>
    [JsonStringEnumMemberName("microsoftAsRead")]
    MicrosoftAsRead,

    /// <summary>No subscription at all: a machine of the user.</summary>
    [JsonStringEnumMemberName("none")]
    NoSubscription,
}
