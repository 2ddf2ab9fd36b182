import type { PageWords } from '../page-words.ts';

export const pageWords: PageWords = {
  exact: {
    navigation:
      'inicio|capa|fechar|procurar|pesquisar|buscar|seguinte|voltar|voltar ao topo|ver mais|ler mais|leia mais|saber mais|noticias|ultima hora|mundo|esportes|desporto|opiniao|contacto|contato|entrar|minha conta|em direto|ao vivo|ultimas noticias',
    form: 'utilizador|usuario|senha|palavra passe|assinar|subscrever|cancelar subscricao|o seu email|seu email|assine a newsletter',
    comment:
      'comentarios|deixe um comentario|adicionar comentario|sem comentarios|comentar|responder|seja o primeiro a comentar',
    social: 'partilhar|compartilhar|partilhe|compartilhe|imprimir|siga nos|copiar link|guardar',
    related:
      'relacionado|relacionadas|noticias relacionadas|leia tambem|veja tambem|mais noticias|mais lidas|mais lidos|artigos relacionados|recomendadas',
    advert: 'publicidade|anuncio|conteudo patrocinado',
    tags: 'etiquetas|palavras chave|topicos|assuntos',
    legal:
      'politica de privacidade|termos de uso|todos os direitos reservados|ficha tecnica|aceitar|aceitar todos|rejeitar',
  },
  starts: {
    notice:
      'esta imagem sera bloqueada|esta foto sera bloqueada|a imagem sera bloqueada|a foto sera bloqueada|esta imagem sera ocultada|obrigado por denunciar|obrigado pela denuncia',
    comment: 'deve iniciar sessao|faca login para comentar|os comentarios',
    related: 'leia tambem|leia mais|veja tambem|ler mais|saiba mais',
    social: 'siga nos|partilhar no|compartilhar no|clique para partilhar|clique para compartilhar',
    legal: 'todos os direitos reservados|copyright|este site usa|este site utiliza|utilizamos cookies',
    advert: 'publicidade',
  },
  contains: { legal: 'todos os direitos reservados|politica de privacidade' },
  publishedIn: 'publicado em',
  publishedOn: 'publicado|publicado em|publicada em|data de publicacao|criado em',
  modifiedOn: 'atualizado|atualizado em|atualizada em|modificado em|ultima atualizacao',
  by: 'por|escrito por|autor|autora|redacao|texto',
  source: 'fonte|fontes|com informacoes de',
  withAgency: 'com',
  agencies: 'agencias|com agencias',
  photo: 'foto|fotos|fotografia|credito|imagem|arquivo',
  photoBy: 'foto de|fotos de|fotografia de|foto por|imagem de|cortesia de|foto',
  live: 'em direto|ao vivo|minuto a minuto|em atualizacao',
  gallery: 'galeria|fotogaleria|em imagens|galeria de fotos|as fotos|em fotos',
  missing:
    'pagina nao encontrada|erro 404|pagina inexistente|acesso negado|conteudo nao encontrado|pagina indisponivel',
  cues: {
    asks: 'boletim boletins assine assinante assinantes assinatura assinaturas subscreva siga sigam inscreva inscricao registe registre sessao descarregue baixe aplicacao aplicativo app partilhe compartilhe compartilhar partilhar ouca podcast alertas facebook twitter whatsapp telegram instagram youtube receba apoie doacao oferta ofertas clique newsletter',
    legal:
      'direitos reservados cookies cookie privacidade publicidade anunciantes patrocinado patrocinadores parceiros aviso legal termos condicoes reproducao proibida autorizacao moderacao moderados regras consentimento navegador javascript copyright dados',
    about:
      'autor autora jornalista jornalistas redacao redator redatora correspondente enviado colunista contacto contato biografia colaborador colaboradora colaboracao nota correcao publicado originalmente',
  },
  otherDay:
    'data de lancamento|lancamento|estreia|data de inicio|data de fim|data limite|valido ate|ate|nascido a|nascida a|nascido em|nascida em|data de nascimento|registado em|membro desde|desde|consultado em|a partir de',
  jobs: 'redator|redatora|jornalista|correspondente|enviado|enviada|diretor|diretora|chefe|colunista|reporter|colaborador|colaboradora|estagiario|estagiaria|fotografo|fotografa|autor|autora|professor|professora|coordenador|coordenadora|editor|editora',
  newsrooms:
    'redacao|a redacao|redacao digital|equipa|equipe|administrador|anonimo|convidado|agencias|agencia|comunicado|comunicado de imprensa|nota de imprensa|sem autor',
};
