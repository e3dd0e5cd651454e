using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The machine that is searched: <see cref="KeyCacheMachine"/>, or one that is wrong on purpose.</summary>
internal delegate KeyCacheStep Machine(KeyCacheState state, KeyCacheEvent happened, RevocationWindow window);
